/** The environment of a process that we start here: without the address of the database and without secrets. */
export function bareEnvironment(): NodeJS.ProcessEnv {
  const { PATH = '', TMPDIR, HOME } = process.env
  return { PATH, NODE_ENV: 'production', ...(TMPDIR ? { TMPDIR } : {}), ...(HOME ? { HOME } : {}) }
}
