import type { Db } from 'mongodb'
import { isKeeper, readsCountry, type Visitor } from './ground'

/** A word that stands at one place of the database and nowhere else. */
export type Secret = { word: string; where: string; mayRead: (visitor: Visitor) => boolean }

/** Fields of national drafts, in which a word of ours is put beside what is there. */
const DRAFTS: [collection: string, field: string][] = [
  ['variant-sections', 'explanation.en'],
  ['_variant-sections_versions', 'version.explanation.en'],
  ['workflow-events', 'comment'],
  ['review-decisions', 'comment'],
  ['media', 'alt.en'],
]

/** What proves who somebody is. */
const ACCOUNTS: [collection: string, fields: string[]][] = [
  ['account-credentials', ['hash', 'salt']],
  ['account-sessions', ['secret']],
]

/** Writes a word of its own into the drafts of each country, and notes what else is secret: addresses and hashes. */
export async function plantSecrets({ database }: { database: Db }): Promise<Secret[]> {
  const secrets: Secret[] = []
  for (const [collection, field] of DRAFTS) {
    const country = collection.startsWith('_') ? 'version.country' : 'country'
    const countries: unknown[] = await database.collection(collection).distinct(country)
    for (const of of countries.map(String)) {
      if (of === 'master') continue
      const word = `canary${secrets.length}of${of}${collection.replaceAll(/\W/g, '')}`
      // In the newest: the sample has published the others.
      await database
        .collection(collection)
        .findOneAndUpdate({ [country]: of }, { $set: { [field]: word } }, { sort: { _id: -1 } })
      secrets.push({ word, where: `${collection}.${field} of ${of}`, mayRead: (visitor) => readsCountry(visitor, of) })
    }
  }
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

/** What an answer shows of what the visitor may not read. */
export function leaksIn({ text, visitor, secrets }: { text: string; visitor: Visitor; secrets: Secret[] }): string[] {
  return secrets.filter(({ word, mayRead }) => !mayRead(visitor) && text.includes(word)).map(({ where }) => where)
}
