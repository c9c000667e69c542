import { bulkOperations } from './bulk';
import { type Options, schemaComponents } from './components';
import { customerOperations } from './customers';
import { describeOperation } from './describe-operation';
import { deskOperations } from './desk';
import { answerHeaders } from './headers';
import { importOperations } from './imports';
import { type Operation, tags } from './operation';
import { rowOperations } from './rows';
import { securitySchemes } from './security';

/** Every call of the API, by resource. */
export const operations: readonly Operation[] = [
  ...bulkOperations,
  ...importOperations,
  ...rowOperations,
  ...customerOperations,
  ...deskOperations,
];

const description = `Bring customers in by the file or by the request: the same checks, the same history.

Send an API key as \`Authorization: Bearer KEY\`, \`Authorization: KEY\` or \`x-api-key: KEY\`; its scopes say what it may do. A browser sends its session instead, and then writes need an \`Origin\` of this server.

Refusals of \`/api/v1\` are problem documents (RFC 9457) with a stable \`code\`; the bulk contracts have error bodies of their own. Every answer has \`x-request-id\`. Clients have to leave alone what they do not know in an answer. More is in docs/api.md of the repository.`;

/**
 * The API as an OpenAPI 3.1 document, made of the schemas by which requests are parsed and answers are typed.
 * @param version of Import Desk
 */
export const openApiDocument = (version: string, options: Options = {}) => ({
  openapi: '3.1.1',
  info: { title: 'Import Desk', version, description },
  tags: Object.entries(tags).map(([name, about]) => ({ name, description: about })),
  paths: paths(),
  components: { schemas: schemaComponents(options), headers: { ...answerHeaders }, securitySchemes },
});

function paths() {
  const found: Record<string, Record<string, ReturnType<typeof describeOperation>>> = {};
  for (const operation of operations) {
    found[operation.path] = { ...found[operation.path], [operation.method]: describeOperation(operation) };
  }
  return found;
}
