import { TextField } from '@payloadcms/ui'
import type { TextFieldServerProps } from 'payload'

/** The address of a toolkit, which is set once: on the page of a stored toolkit it is read-only. */
export function AddressField({ clientField, id, path, permissions, readOnly, schemaPath }: TextFieldServerProps) {
  return (
    <TextField
      field={clientField}
      path={path}
      permissions={permissions}
      readOnly={readOnly === true || id !== undefined}
      schemaPath={schemaPath}
    />
  )
}
