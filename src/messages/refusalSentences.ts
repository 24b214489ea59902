import type importing from './import/en.json'
import type refusal from './refusal/en.json'
import type request from './request/en.json'

type Sentences = typeof refusal & typeof request & typeof importing

/** A rule can give every key of these three catalogues. A key that none of them has does not compile. */
declare module '../domain/refusal' {
  interface RefusalSentences extends Sentences {}
}
