'use client'

import { TextField, useField } from '@payloadcms/ui'
import type { TextFieldClientComponent } from 'payload'
import { completedAddress } from '@/domain/safeUrl'

/** Payload's field for an address. When somebody leaves it, what they left out stands in front: https://, or mailto:. */
export const AddressInput: TextFieldClientComponent = (given) => {
  const { setValue, value } = useField<string>({ path: given.path })
  const completed = completedAddress(value ?? '')
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it is told that the focus left the field within
    <div onBlur={() => completed !== (value ?? '') && setValue(completed)}>
      <TextField {...given} />
    </div>
  )
}
