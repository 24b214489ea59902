import { keepForEver } from '@collections/hooks/guards'
import { Toolkits } from '@collections/Toolkits'
import { expect, it } from 'vitest'
import { LANGUAGES } from '@/domain/language'

it.each(LANGUAGES)('a field that never changes is named as on the screen: %s', (language) => {
  const change = () =>
    keepForEver('slug')({
      collection: Toolkits,
      data: { slug: 'another' },
      originalDoc: { slug: 'one' },
      operation: 'update',
      req: { user: { language } },
    } as never)
  const field = Toolkits.fields.find((one) => 'name' in one && one.name === 'slug')
  const label = field && 'label' in field ? Object(field.label)[language] : ''
  expect(label).toBeTruthy()
  expect(change).toThrow(label)
  expect(change).not.toThrow(/slug/i)
})
