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

/** Every access function of a collection, by name: what is not named would be open to everybody who is signed in. */
type EveryAccess = Required<
  Pick<
    NonNullable<CollectionConfig['access']>,
    'create' | 'read' | 'update' | 'delete' | 'readVersions' | 'unlock' | 'admin'
  >
>

type Definition = Omit<CollectionConfig, 'access' | 'lockDocuments' | 'trash' | 'orderable'> & {
  access: EveryAccess
  /** Does it keep every revision for ever? */
  keepsRevisions?: boolean
  /** Is it written by Payload's own screens (true) or by actions only? */
  editedInAdmin?: boolean
}

/**
 * A collection with what all of ours have: transactions that fail closed, no document locks (anybody could delete
 * them), no bulk edits, no duplicates, no questions about what may not be read, and, where revisions are kept, all of
 * them with their author.
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
