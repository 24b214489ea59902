import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-mongodb'

/**
 * The description of a picture was stored in the picture's document and copied into a text when that was published. Now
 * the text itself contains it, so that both are reviewed together: each text, including every kept revision, gets the
 * words that its release would have got.
 */
export async function up({ payload, session }: MigrateUpArgs): Promise<void> {
  const database = payload.db.connection
  const named = (slug: string) => payload.db.collections[slug]?.collection.name ?? slug
  const pictures = await database.collection(named('media')).find({}, { session }).toArray()
  const words = new Map(pictures.map(({ _id, alt }): [string, Stored] => [String(_id), Object(alt)]))
  for (const slug of ['sections', 'variant-sections']) {
    const revisions = payload.db.versions[slug]?.collection.name
    await describeIn(named(slug), '')
    if (revisions) await describeIn(revisions, 'version.')
  }

  async function describeIn(name: string, prefix: string): Promise<void> {
    for await (const doc of database.collection(name).find({}, { session })) {
      const holder: Stored = prefix ? Object(doc.version) : doc
      const changed: Stored = {}
      for (const field of ['body', 'addition']) {
        for (const [language, text] of Object.entries(Object(holder[field]))) {
          if (sayIn({ node: text, language, words })) changed[`${prefix}${field}.${language}`] = text
        }
      }
      if (Object.keys(changed).length === 0) continue
      await database.collection(name).updateOne({ _id: doc._id }, { $set: changed }, { session })
    }
  }
}

/** The words stay in the texts, where they are now read. */
export async function down(_: MigrateDownArgs): Promise<void> {}

type Stored = Record<string, unknown>
type Given = { node: unknown; language: string; words: ReadonlyMap<string, Stored> }

/** Writes the description into each picture below this node; was there one without a description? */
function sayIn({ node, language, words }: Given): boolean {
  if (typeof node !== 'object' || node === null) return false
  let found = false
  for (const child of Object.values(node)) found = sayIn({ node: child, language, words }) || found
  if (!('type' in node) || node.type !== 'upload') return found
  const upload: Stored = Object(node)
  const fields: Stored = { ...Object(upload.fields) }
  if (fields.alt !== undefined && fields.alt !== null) return found
  const media = typeof upload.value === 'object' ? Object(upload.value).id : upload.value
  const alt = words.get(String(media))?.[language]
  upload.fields = { ...fields, alt: typeof alt === 'string' ? alt : '', decorative: false }
  return true
}
