import { type Db, MongoClient } from 'mongodb'
import { application } from './application'

/** Runs work directly on the database of the application under test. */
export async function withDatabase<Result>(work: (database: Db) => Promise<Result>): Promise<Result> {
  const client = await MongoClient.connect(application().database)
  try {
    return await work(client.db())
  } finally {
    await client.close()
  }
}
