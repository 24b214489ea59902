/** The link to the start page in Payload's header: a house, with its name for screen readers. */
export function HomeIcon() {
  return (
    <svg
      viewBox="0 0 16 16"
      width="18"
      height="18"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      aria-hidden="true"
    >
      <path
        d="M2 7.6 8 2.2l6 5.4M3.8 6.4v7.4h8.4V6.4M6.6 13.8V9.4h2.8v4.4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
