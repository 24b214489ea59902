/** One value of each of two versions. */
export type Sides<Value> = { before: Value; after: Value }
