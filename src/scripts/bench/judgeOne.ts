// Judges the merges that it is sent, one after the other: see `historyMerges.ts`, which starts this.
import { answerQuestions } from '../askProcess'
import { corpusMerge } from './corpus'
import { judgeMerge } from './judgeMerge'

answerQuestions((question) => judgeMerge(corpusMerge.parse(question)))
