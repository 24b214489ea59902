// Judges one merge after the other. `historyMerges.ts` starts this and sends them.
import { answerQuestions } from '../askProcess'
import { corpusMerge } from './corpus'
import { judgeMerge } from './judgeMerge'

answerQuestions((question) => judgeMerge(corpusMerge.parse(question)))
