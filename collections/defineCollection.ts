import type { CollectionConfig } from 'payload'
import { guardTransactionAfterOperation, guardTransactionBeforeOperation } from '@/database/transactionHooks'
import {
  countRevisionBeforeChange,
  refuseRestoringBeforeOperation,
  refuseStaleRevisionBeforeChange,
  requireLocaleBeforeOperation,
  requireRevisionBeforeOperation,
  stampActionBeforeChange,
  stampAuthorBeforeChange,
} from './hooks/guards'
import { refuseHiddenQuestionsBeforeOperation } from './hooks/hiddenQuestions'
import { dropSentTimesBeforeOperation, refuseOperatorsBeforeOperation } from './hooks/plainKeys'
import { refuseWrongKindsBeforeOperation } from './hooks/plainValues'

/** Every access function of a collection, by name: one that is missing would be open to everybody who is signed in. */
type EveryAccess = Required<
  Pick<
    NonNullable<CollectionConfig['access']>,
    'create' | 'read' | 'update' | 'delete' | 'readVersions' | 'unlock' | 'admin'
  >
>

type Definition = Omit<CollectionConfig, 'access' | 'lockDocuments' | 'trash' | 'orderable'> & {
  access: EveryAccess
  /** Is every revision kept for ever? */
  keepsRevisions?: boolean
  /** Is it written on Payload's own screens (true) or only by actions? */
  editedInAdmin?: boolean
}

/**
 * A collection with the common settings of ours: transactions that fail closed, no document locks (anybody could delete
 * them), no bulk edits, no duplicates, no queries about hidden fields, and, if revisions are kept, all of them with
 * their author.
 */
export function defineCollection({
  keepsRevisions = false,
  editedInAdmin = false,
  ...given
}: Definition): CollectionConfig {
  const stamped = given.fields.some((field) => 'name' in field && field.name === 'rev')
  const saysWhatMadeIt = given.fields.some((field) => 'name' in field && field.name === 'did')
  const localized = given.fields.some((field) => 'localized' in field && field.localized)
  return {
    ...given,
    lockDocuments: false,
    disableDuplicate: true,
    disableBulkEdit: true,
    versions: keepsRevisions ? { drafts: false, maxPerDoc: 0 } : false,
    admin: { hidden: !editedInAdmin, hideAPIURL: true, ...given.admin },
    hooks: {
      ...given.hooks,
      beforeOperation: [
        guardTransactionBeforeOperation,
        refuseHiddenQuestionsBeforeOperation,
        refuseOperatorsBeforeOperation,
        dropSentTimesBeforeOperation,
        ...(editedInAdmin
          ? [requireRevisionBeforeOperation, refuseRestoringBeforeOperation, refuseWrongKindsBeforeOperation]
          : []),
        ...(localized ? [requireLocaleBeforeOperation] : []),
        ...(given.hooks?.beforeOperation ?? []),
      ],
      beforeChange: [
        ...(given.hooks?.beforeChange ?? []),
        ...(editedInAdmin ? [refuseStaleRevisionBeforeChange] : []),
        ...(stamped ? [stampAuthorBeforeChange, countRevisionBeforeChange] : []),
        ...(saysWhatMadeIt ? [stampActionBeforeChange] : []),
      ],
      afterOperation: [...(given.hooks?.afterOperation ?? []), guardTransactionAfterOperation],
    },
  }
}
