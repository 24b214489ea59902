/** How often a law is tried: `npm run test:laws` tries each ten times as often as the tests do. */
export function runs(count: number): number {
  return count * Number(process.env.LAW_FACTOR ?? 1)
}
