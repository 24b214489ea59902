import { TONES, type Tone } from '@/domain/richText/blockKinds'
import { ToneIcon } from '@/icons/ToneIcon'
import { OwnWords } from '../OwnWords'
import { Blocks } from './Blocks'
import { titleOf } from './fieldText'
import type { ViewGiven } from './viewGiven'

/** A frame around important text. */
export function CalloutView({ block, options }: ViewGiven) {
  const tone: Tone = TONES.find((one) => one === block.attrs.tone) ?? 'important'
  const title = titleOf(block)
  return (
    <div className={`callout ${tone}`} role="note">
      <p className="callout-head">
        <ToneIcon tone={tone} />
        <span>
          <OwnWords options={options}>{options.t(`words.tone.${tone}`)}</OwnWords>
          {title && `${options.t('words.colon')}${title}`}
        </span>
      </p>
      <Blocks blocks={block.children} options={options} />
    </div>
  )
}
