import { setTimeout as pause } from 'node:timers/promises'
import type { BrowserContext, Page } from '@playwright/test'

/** Somebody who writes: how they sign in, and the addresses of the sections that are theirs. */
export type WriterAccount = { email: string; password: string; sections: string[] }

/** With these words each section begins. */
export const BEGINNING = 'Begin.'

/** A word that was typed: its number, and when (ms). */
type Typed = { word: number; at: number }

/**
 * Somebody who types one numbered word after another in a section, in whatever browser they are given, and knows what they
 * typed and when.
 */
export class Writer {
  private readonly typed: Typed[] = []
  private section = 0
  private page: Page | null = null
  private isTyping = false
  private done: Promise<void> = Promise.resolve()

  constructor(
    readonly account: WriterAccount,
    private readonly random: () => number,
  ) {}

  /** Opens the section in a browser without any storage of an earlier one, as on another device. */
  async open(context: BrowserContext, url: string): Promise<void> {
    const page = await context.newPage()
    this.page = page
    // The browser asks before it leaves unsaved words: they stay.
    page.on('dialog', (dialog) => void dialog.dismiss().catch(() => undefined))
    await page.goto(`${url}${this.account.sections[this.section % this.account.sections.length]}`, { timeout: 90_000 })
    await this.text(page).filter({ hasText: BEGINNING }).waitFor({ timeout: 90_000 })
  }

  /** How much of what was typed before a moment is missing now: in ms of typing, and words in the midst of others. */
  async missing(until: number): Promise<{ lostMs: number; gaps: number[] }> {
    if (!this.page) throw new Error('Nothing is open')
    const before = this.typed.filter(({ at }) => at <= until)
    const there = new Set(numbersIn((await this.text(this.page).textContent()) ?? ''))
    const newest = before.findLast(({ word }) => there.has(word))
    const gaps = before.filter(({ word, at }) => at <= (newest?.at ?? 0) && !there.has(word)).map(({ word }) => word)
    const last = before.at(-1)
    const first = before[0]
    return { lostMs: last && last !== newest ? until - (newest?.at ?? first?.at ?? until) : 0, gaps }
  }

  /**
   * Types until `stop` is called, or the browser is gone; a page that is not there any more is loaded again. What was lost before is
   * typed by nobody any more.
   */
  start(): void {
    const { page } = this
    if (!page) throw new Error('Nothing is open')
    this.isTyping = true
    this.done = (async () => {
      const there = new Set(numbersIn((await this.text(page).textContent()) ?? ''))
      this.typed.splice(0, this.typed.length, ...this.typed.filter(({ word }) => there.has(word)))
      while (this.isTyping && !page.isClosed()) {
        await this.typeOn(page).catch(() => pause(500))
        if (
          this.isTyping &&
          (await this.text(page)
            .count()
            .catch(() => 1)) === 0
        )
          await page.reload({ timeout: 5_000 }).catch(() => undefined)
      }
    })().catch(() => undefined)
  }

  private async typeOn(page: Page): Promise<void> {
    const field = this.text(page)
    await field.click({ timeout: 5_000 })
    await page.keyboard.press('Control+End')
    for (let word = this.next(); this.isTyping; word++) {
      await page.keyboard.type(` w${word}`, { delay: 10 + this.random() * 40 })
      // Where the field is gone, nobody types.
      if ((await field.count()) === 0) return
      this.typed.push({ word, at: Date.now() })
      if (this.random() > 0.05) continue
      // While a save has no answer, there is nothing to press.
      const save = page.getByRole('button', { name: 'Save', exact: true })
      await save.click({ timeout: 1_000 }).catch(() => undefined)
      await field.click({ timeout: 1_000 })
      await page.keyboard.press('Control+End')
    }
  }

  /** Resolves when nothing is typed any more. */
  async stop(): Promise<void> {
    this.isTyping = false
    await this.done
  }

  /** Goes on in the next section where this one is long. */
  turnPage(): void {
    if (this.typed.length < 300) return
    this.section += 1
    this.typed.length = 0
  }

  private next(): number {
    return (this.typed.at(-1)?.word ?? 0) + 1000
  }

  private text(page: Page) {
    return page.getByRole('textbox', { name: 'Text', exact: true })
  }
}

function numbersIn(text: string): number[] {
  return [...text.matchAll(/w(\d+)/g)].map(([, number]) => Number(number))
}
