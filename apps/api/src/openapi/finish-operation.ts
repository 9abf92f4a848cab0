import type { EnvelopeKind } from '@passerelle/contracts';
import type { ProcedureMeta, Refusal } from '@passerelle/contracts/router';
import type { OpenAPIObject } from 'trpc-openapi';

type Operation = NonNullable<NonNullable<NonNullable<OpenAPIObject['paths']>[string]>['get']>;
type Response = { description: string; headers?: Record<string, unknown>; content?: Record<string, unknown> };

const SCHEMA_BY_ENVELOPE: Readonly<Record<EnvelopeKind, string>> = { sync: 'SyncError', crm: 'CrmError' };

/** Makes the generated operation say what is really answered: error bodies, headers, who may call. */
export function finishOperation(document: OpenAPIObject, meta: ProcedureMeta): void {
  const operation = operationOf(document, meta);
  // Either the key or, on the machine itself, nothing.
  operation.security = [{ ApiKey: [] }, {}];
  if (operation.parameters?.length === 0) delete operation.parameters;
  moveToQuery(operation, meta.inQuery);
  finishBody(operation);
  const responses = operation.responses as Record<string, Response>;
  moveSuccess(responses, meta.status);
  if (meta.location !== null && responses[meta.status]) {
    Object.assign(responses[meta.status] as Response, { headers: LOCATION_HEADER });
  }
  if (meta.respondAsync !== null) offerAsync(operation, responses);
  if (meta.paged && responses['200']) responses['200'].headers = LINK_HEADER;
  for (const [status, refusal] of Object.entries(meta.refusals)) {
    responses[status] = refusalResponse(refusal, meta.envelope);
  }
}

/** What `Prefer: respond-async` is answered, beside the answer at the end of the work. */
function offerAsync(operation: Operation, responses: Record<string, Response>): void {
  operation.parameters = [
    ...(operation.parameters ?? []),
    {
      in: 'header',
      name: 'Prefer',
      description:
        '`respond-async` : répondre 202 aussitôt, l’exécution se suivant à l’adresse de `Location`.',
      schema: { type: 'string', examples: ['respond-async'] },
    },
  ];
  responses[202] = {
    description: 'L’exécution, commencée (`Prefer: respond-async`).',
    headers: LOCATION_HEADER,
    content: { 'application/json': { schema: { $ref: '#/components/schemas/RunAnswer' } } },
  };
}

/** The generator knows no other success than 200. */
function moveSuccess(responses: Record<string, Response>, status: ProcedureMeta['status']): void {
  const { 200: success } = responses;
  if (status === 200 || success === undefined) return;
  delete responses['200'];
  responses[status] = success;
}

function operationOf(document: OpenAPIObject, { openapi }: ProcedureMeta): Operation {
  const methods = document.paths?.[openapi.path] as Record<string, Operation> | undefined;
  const operation = methods?.[openapi.method.toLowerCase()];
  if (operation === undefined)
    throw new Error(`No operation was generated for ${openapi.method} ${openapi.path}.`);
  return operation;
}

/** A body of nothing but options that the address takes too is no body: the generator would demand it. */
function moveToQuery(operation: Operation, inQuery: readonly string[]): void {
  const body = operation.requestBody;
  const schema = body && 'content' in body ? body.content['application/json']?.schema : undefined;
  if (schema === undefined || '$ref' in schema || schema.required?.length) return;
  const options = Object.entries(schema.properties ?? {});
  if (options.length === 0 || !options.every(([name]) => inQuery.includes(name))) return;
  const parameters = options.map(([name, option]) => ({ in: 'query' as const, name, schema: option }));
  operation.parameters = [...(operation.parameters ?? []), ...parameters] as NonNullable<
    Operation['parameters']
  >;
  delete operation.requestBody;
}

/** The generator takes path parameters out of the body's fields, but neither out of its examples nor strictly. */
function finishBody(operation: Operation): void {
  const body = operation.requestBody;
  const schema = body && 'content' in body ? body.content['application/json']?.schema : undefined;
  if (schema === undefined || '$ref' in schema) return;
  const fields = schema.properties ?? {};
  schema.additionalProperties = false;
  schema.examples = (schema.examples ?? []).map((example: object) =>
    Object.fromEntries(Object.entries(example).filter(([name]) => name in fields)),
  );
}

function refusalResponse({ description, examples }: Refusal, envelope: EnvelopeKind): Response {
  const bodies = examples.map((error) =>
    envelope === 'crm' ? { success: false, data: null, error } : { success: false, error },
  );
  const named = bodies.map((value, index) => [`example${index + 1}`, { value }]);
  return {
    description,
    content: {
      'application/json': {
        schema: { $ref: `#/components/schemas/${SCHEMA_BY_ENVELOPE[envelope]}` },
        examples: Object.fromEntries(named),
      },
      'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
    },
  };
}

const LOCATION_HEADER = {
  Location: {
    description: 'Adresse où l’exécution se suit.',
    schema: { type: 'string', examples: ['/api/sync/runs/12'] },
  },
};

const LINK_HEADER = {
  Link: {
    description: 'Adresse de la page suivante (RFC 8288), absente à la dernière.',
    schema: { type: 'string', examples: ['</api/deals?limit=50&cursor=50>; rel="next"'] },
  },
};
