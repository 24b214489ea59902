'use client'

import { UploadNode } from '@payloadcms/richtext-lexical/client'
import type { JSX } from 'react'
import type { Said } from './PictureDialog.client'
import { PictureInText } from './PictureInText.client'

type Json = Parameters<typeof UploadNode.importJSON>[0]

/** A picture in the text: stored as Payload's editor stores a file, shown and described here. */
export class PictureNode extends UploadNode {
  static override getType(): string {
    return 'upload'
  }

  static override clone(node: UploadNode): PictureNode {
    return new PictureNode({ data: node.__data, format: node.__format, key: node.__key })
  }

  /** Content pasted from a page names pictures of other sites, which are not accepted. */
  static override importDOM(): ReturnType<typeof UploadNode.importDOM> {
    return {}
  }

  static override importJSON(json: Json): PictureNode {
    const { id = freshId(), fields, relationTo } = json
    const value: unknown = typeof json.value === 'object' ? Object(json.value).id : json.value
    const node = new PictureNode({ data: { id, fields, relationTo, value: value as string } })
    node.setFormat(json.format)
    return node
  }

  saidNow(): Said {
    const { alt, decorative, caption } = Object(this.getData().fields)
    return { alt: textOf(alt), decorative: decorative === true, caption: textOf(caption) }
  }

  say(said: Said): void {
    const data = this.getData()
    this.setData({ ...data, fields: { ...Object(data.fields), ...said } })
  }

  override decorate(): JSX.Element {
    return <PictureInText media={String(this.getData().value)} said={this.saidNow()} nodeKey={this.getKey()} />
  }
}

export function $createPictureNode({ media, said }: { media: string; said: Said }): PictureNode {
  return new PictureNode({ data: { id: freshId(), fields: { ...said }, relationTo: 'media', value: media } })
}

export function $isPictureNode(node: unknown): node is PictureNode {
  return node instanceof PictureNode
}

/** The id of a new picture: the server's `newBlockId` does not run in browsers. */
function freshId(): string {
  return [...crypto.getRandomValues(new Uint8Array(6))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
