import { saidIn } from '@/domain/said'
import { BlockWords, NamedWords } from '../BlockWords'
import { MarkedWith } from '../Marked'
import { notesOf } from '../notes'
import type { ViewOptions } from '../options'
import { changeOf, hasWords, type ShownBlock } from '../shownBlock'
import type { ViewGiven } from './viewGiven'

/** A picture with its caption; described in words if its file cannot be shown. */
export function ImageView({ block, options }: ViewGiven) {
  const isCaptioned = hasWords(block) || notesOf(block, options).length > 0
  const url = options.pictureUrl?.(String(block.attrs.media ?? ''))
  return (
    <figure id={options.idOf?.(block)}>
      <MarkedWith block={block} options={options}>
        {url === undefined ? (
          <span>{descriptionOf(block, options)}</span>
        ) : (
          <Shown block={block} url={url} options={options} />
        )}
      </MarkedWith>
      {url !== undefined && options.describesPictures && isDescribedAnew(block) && (
        <p className="small muted" lang={options.wordsLang}>
          <MarkedWith block={block} options={options}>
            {descriptionOf(block, options)}
          </MarkedWith>
        </p>
      )}
      {changeOf(block)?.attrsBefore?.alt !== undefined && (
        <p>
          <NamedWords block={block} name="alt" options={options} />
        </p>
      )}
      {isCaptioned && (
        <figcaption>
          <BlockWords block={block} options={options} />
        </figcaption>
      )}
    </figure>
  )
}

function Shown({ block, url, options }: ViewGiven & { url: string }) {
  const { language } = options
  const known = options.pictures[String(block.attrs.media ?? '')]
  const written = typeof block.attrs.alt === 'string' ? block.attrs.alt : ''
  // Texts of old releases do not describe their pictures; the release does.
  const isSaid = written !== '' || block.attrs.decorative === true
  const alt = isSaid ? undefined : known && saidIn(known.alt, { language, source: language })
  return (
    // biome-ignore lint/performance/noImgElement: a page without script cannot use Next's
    <img src={url} alt={written || alt?.value || ''} lang={alt?.standsIn ? alt.language : undefined} {...known?.size} />
  )
}

/** The description of a picture, in words. */
function descriptionOf({ attrs }: ShownBlock, { t }: ViewOptions): string {
  const alt = String(attrs.alt ?? '')
  return alt === '' ? t('diff.picture-without') : t('diff.picture', { alt })
}

/** Do these words describe a picture that they did not describe before? */
function isDescribedAnew(block: ShownBlock): boolean {
  const change = changeOf(block)
  return (
    change?.status === 'added' || (change?.attrsBefore?.media !== undefined && change.attrsBefore.alt === undefined)
  )
}
