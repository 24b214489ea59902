import type { Weight } from '@/domain/richText/blockKinds'

const BARS: Record<Weight, 1 | 2 | 3> = { weak: 1, combination: 2, strong: 3 }

/** The weight of a sign, as one to three filled bars. */
export function WeightIcon({ weight }: { weight: Weight }) {
  const filled = BARS[weight]
  const fill = (bar: number) => (bar <= filled ? 'currentColor' : 'none')
  return (
    <svg
      className="i"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.2"
      aria-hidden="true"
      focusable="false"
    >
      <rect x="1" y="10" width="3.6" height="5" fill={fill(1)} />
      <rect x="6.2" y="6" width="3.6" height="9" fill={fill(2)} />
      <rect x="11.4" y="1.6" width="3.6" height="13.4" fill={fill(3)} />
    </svg>
  )
}
