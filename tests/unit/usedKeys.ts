import { join, relative } from 'node:path'
import ts from 'typescript'

const root = join(import.meta.dirname, '../..')

/** These tables name reasons but use none. */
const NOT_USING = ['src/access/httpStatus.ts', 'src/domain/refusedField.ts']

/**
 * The keys of messages in our code. For a key that is built from parts (`words.role.${role}`), the types of the parts give the
 * values that it can have. If the type of a part is any text, the key is a pattern that matches every value. Packages are not
 * read, because that takes ten times as long; a type of a package counts as any text.
 */
export function usedKeys(): (string | RegExp)[] {
  const { fileNames, options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile).config,
    ts.sys,
    root,
    { types: [] },
  )
  const isOurs = (file: string): boolean =>
    /^(src|collections)\/.*\.tsx?$/.test(relative(root, file)) && !NOT_USING.includes(relative(root, file))
  const host = ts.createCompilerHost(options)
  host.resolveModuleNameLiterals = (literals, from) =>
    literals.map(({ text }) =>
      /^(@\/|@collections\/|\.)/.test(text)
        ? ts.resolveModuleName(text, from, options, host)
        : { resolvedModule: undefined },
    )
  const program = ts.createProgram(fileNames.filter(isOurs), options, host)
  const checker = program.getTypeChecker()
  const keys: (string | RegExp)[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) keys.push(node.text)
    if (ts.isTemplateExpression(node) && /^[a-z]+\./.test(node.head.text)) keys.push(...keysOf(node, checker))
    ts.forEachChild(node, visit)
  }
  for (const file of program.getSourceFiles()) if (isOurs(file.fileName)) visit(file)
  return keys
}

function keysOf({ head, templateSpans }: ts.TemplateExpression, checker: ts.TypeChecker): (string | RegExp)[] {
  const parts = templateSpans.map(({ expression, literal }) => ({
    values: valuesOf(checker.getTypeAtLocation(expression), checker),
    after: literal.text,
  }))
  if (parts.every(({ values }) => values.length > 0)) {
    const extended = (begun: string[], { values, after }: (typeof parts)[number]) =>
      begun.flatMap((key) => values.map((value) => `${key}${value}${after}`))
    return parts.reduce(extended, [head.text])
  }
  const texts = [head.text, ...parts.map(({ after }) => after)]
  return [new RegExp(`^${texts.map((text) => text.replace(/[^\w-]/g, '\\$&')).join('[\\w.-]+')}$`)]
}

/** The values of a type; none if it can be any text. */
function valuesOf(type: ts.Type, checker: ts.TypeChecker): string[] {
  const bound = checker.getBaseConstraintOfType(type) ?? type
  const types = bound.isUnion() ? bound.types : [bound]
  const values = types.flatMap((one) => (one.isStringLiteral() || one.isNumberLiteral() ? [String(one.value)] : []))
  return values.length === types.length ? values : []
}
