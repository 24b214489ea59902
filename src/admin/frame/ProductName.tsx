/** Shown above the sign-in. */
export function ProductName() {
  return <span className="tk-product">Toolkit</span>
}
