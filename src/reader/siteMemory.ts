/** The default size of the site's cache of pages in megabytes, without SITE_MEMORY_MB. */
const USUAL_MEGABYTES = 64

/**
 * The size of the site's cache of pages in bytes, as SITE_MEMORY_MB gives it; 0 for no cache. Throws if the value is not
 * a number of megabytes, with a message that says what to do.
 */
export function siteMemory({ SITE_MEMORY_MB: given = '' }: Record<string, string | undefined>): number {
  const megabytes = given === '' ? USUAL_MEGABYTES : /^\d+(\.\d+)?$/.test(given) ? Number(given) : Number.NaN
  const bytes = Math.round(megabytes * 1024 * 1024)
  if (!Number.isSafeInteger(bytes))
    throw new Error(
      `SITE_MEMORY_MB is “${given}”. Set it to the size of the cache of pages in megabytes, as a number without a unit ` +
        `(${USUAL_MEGABYTES}), to 0 for no cache, or unset it for ${USUAL_MEGABYTES} megabytes.`,
    )
  return bytes
}
