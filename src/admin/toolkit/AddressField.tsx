import { TextField } from '@payloadcms/ui'
import type { TextFieldServerProps } from 'payload'

/** The address of a toolkit, which is written once: on the page of a toolkit that is stored it can be read only. */
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
