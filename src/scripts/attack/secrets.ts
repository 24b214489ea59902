import type { Db, Document } from 'mongodb'
import { block } from '@/domain/richText/richText'
import { toLexical } from '@/lexical/toLexical'
import { isKeeper, readsCountry, type Visitor } from './visitor'

/** A word that is at exactly one place of the database. */
export type Secret = { word: string; where: string; mayRead: (visitor: Visitor) => boolean }

/** Fields of national drafts to which a unique word is added. */
const DRAFTS: [collection: string, field: string][] = [
  ['variant-sections', 'explanation.en'],
  ['_variant-sections_versions', 'version.explanation.en'],
  ['workflow-events', 'comment'],
  ['review-decisions', 'comment'],
  ['update-decisions', 'note'],
  ['proposals', 'message'],
  ['proposals', 'answer'],
  ['update-questions', 'text'],
]

/** The proofs of a person's identity, and the mails that bring them. */
const ACCOUNTS: [collection: string, fields: string[]][] = [
  ['account-credentials', ['hash', 'salt']],
  ['account-sessions', ['secret']],
  ['account-links', ['_id', 'secret']],
  ['mails', ['_id', 'lane']],
]

/** Writes unique words into the drafts of each country, and collects what else is secret: addresses and hashes. */
export async function plantSecrets({ database }: { database: Db }): Promise<Secret[]> {
  const secrets: Secret[] = []
  for (const [collection, field] of DRAFTS) {
    const country = collection.startsWith('_') ? 'version.country' : 'country'
    const countries: unknown[] = await database.collection(collection).distinct(country)
    for (const of of countries.map(String)) {
      if (of === 'master') continue
      const word = `canary${secrets.length}of${of}${collection.replaceAll(/\W/g, '')}`
      // Into the newest: the sample has published the others.
      await database
        .collection(collection)
        .findOneAndUpdate({ [country]: of }, { $set: { [field]: word } }, { sort: { _id: -1 } })
      secrets.push({ word, where: `${collection}.${field} of ${of}`, mayRead: (visitor) => readsCountry(visitor, of) })
    }
  }
  secrets.push(...(await describePictures(database)), ...(await ownPictures(database)))
  for (const { email } of await database.collection('users').find().toArray()) {
    const mayRead = (visitor: Visitor) => visitor.email === email || isKeeper(visitor)
    secrets.push({ word: String(email), where: 'users.email', mayRead })
  }
  for (const [collection, names] of ACCOUNTS) {
    for (const stored of await database.collection(collection).find().toArray()) {
      for (const name of names)
        secrets.push({ word: String(stored[name]), where: `${collection}.${name} of ${stored._id}`, mayRead: nobody })
    }
  }
  return secrets
}

const nobody = () => false

/**
 * A picture's description is in the text that shows it: a unique word in such a description of each country's draft.
 */
async function describePictures(database: Db): Promise<Secret[]> {
  const drafts = database.collection('variant-sections')
  const picture = await database.collection('media').findOne({ country: 'master' })
  const secrets: Secret[] = []
  for (const country of (await drafts.distinct('country')).map(String)) {
    const newest = { sort: { _id: -1 } } as const
    const draft = await drafts.findOne({ country, body: { $type: 'object' } }, newest)
    const language = Object.keys(Object(draft?.body)).find((one) => Object(draft?.body)[one]?.root)
    if (!draft || !language) continue
    const word = `canary0${secrets.length}of${country}picture`
    const [node] = toLexical([block('image', { attrs: { media: String(picture?._id), alt: word } })]).root.children
    await drafts.updateOne({ _id: draft._id }, { $push: { [`body.${language}.root.children`]: node } } as Document)
    const mayRead = (visitor: Visitor) => readsCountry(visitor, country)
    secrets.push({ word, where: `the description of a picture of ${country}`, mayRead })
  }
  return secrets
}

/** The file of a picture that no release shows: its name is all that is needed to request it. */
async function ownPictures(database: Db): Promise<Secret[]> {
  const pictures = await database
    .collection('media')
    .find({ country: { $ne: 'master' } })
    .toArray()
  return pictures.map(({ country, filename }) => ({
    word: String(filename),
    where: `a picture of ${country}`,
    mayRead: (visitor) => readsCountry(visitor, String(country)),
  }))
}

/** The secrets in an answer that the visitor may not read. */
export function leaksIn({ text, visitor, secrets }: { text: string; visitor: Visitor; secrets: Secret[] }): string[] {
  return secrets.filter(({ word, mayRead }) => !mayRead(visitor) && text.includes(word)).map(({ where }) => where)
}
