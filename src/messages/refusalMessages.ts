import type { RefusalKey } from '../domain/refusalKinds'
import importing from './import/en.json'
import refusal from './refusal/en.json'
import request from './request/en.json'

const sentences = { ...refusal, ...request, ...importing }

/** Every key has a sentence. */
sentences satisfies Record<RefusalKey, string>

/** Every sentence has a key: one that no code can use does not compile. */
const keyless: Exclude<keyof typeof sentences, RefusalKey>[] = []
keyless satisfies never[]
