/** What a process that we start here finds in its environment: no address of the database and no secrets. */
export function bareEnvironment(): NodeJS.ProcessEnv {
  const { PATH = '', TMPDIR, HOME } = process.env
  return { PATH, NODE_ENV: 'production', ...(TMPDIR ? { TMPDIR } : {}), ...(HOME ? { HOME } : {}) }
}
