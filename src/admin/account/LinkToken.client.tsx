'use client'

import { useEffect, useState } from 'react'

/**
 * The token of the link with which this page was opened, as a field of the form around it. It is behind # in the address, so no
 * server has it in its log. Without one it says what is missing.
 */
export function LinkToken({ missing }: { missing: string }) {
  const [token, setToken] = useState<string | null>(null)
  useEffect(() => {
    const read = () => setToken(window.location.hash.slice(1))
    read()
    window.addEventListener('hashchange', read)
    return () => window.removeEventListener('hashchange', read)
  }, [])
  return (
    <>
      <input type="hidden" name="token" value={token ?? ''} readOnly />
      {token === '' ? <p className="problem">{missing}</p> : null}
    </>
  )
}
