import { afterEach, expect, test, vi } from 'vitest'

afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

test('a server with a wrong SITE_MEMORY_MB says so and ends before it connects', async () => {
  vi.stubEnv('SITE_MEMORY_MB', '64MB')
  // Nothing answers there.
  vi.stubEnv('DATABASE_URI', 'mongodb://127.0.0.1:1/none?serverSelectionTimeoutMS=1')
  vi.stubEnv('PAYLOAD_SECRET', 'a-secret-of-this-test')
  const said = vi.spyOn(console, 'error').mockReturnValue()
  const ended = vi.spyOn(process, 'exit').mockImplementation((code) => {
    throw new Error(`The process ends with ${code}`)
  })
  const { startPayload } = await import('@/startPayload')
  await expect(startPayload()).rejects.toThrow('The process ends with 1')
  expect(said.mock.calls).toEqual([[expect.stringMatching(/^SITE_MEMORY_MB is “64MB”\. Set it to/)]])
  expect(ended).toHaveBeenCalledTimes(1)
})
