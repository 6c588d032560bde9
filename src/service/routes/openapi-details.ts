import { serviceFailures, type ServiceFailureCode } from '../../shared/failure.ts';
import { eventsPath, eventStream, meetingEvent } from '../../shared/meeting-events.ts';
import {
  anyCallFails,
  otherRoutes,
  ofParticipants,
  problemContentType,
  serviceApi,
  type ApiCall,
} from '../../shared/service-api.ts';
import { problemOf } from '../http/problem.ts';
import { examples } from './openapi-examples.ts';

type Content = Record<string, { schema?: unknown; example?: unknown; examples?: unknown }>;
type Answer = { description?: string; headers?: unknown; content?: Content };
type Answers = Record<string, Answer>;
type Operation = {
  requestBody?: { content: Content };
  responses: Answers;
  parameters?: unknown[];
  security?: unknown[];
};
/** An OpenAPI document, as far as it is changed here. */
export type OpenApiDocument = {
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { readonly schemas: Record<string, unknown> };
};

const credentials = {
  none: [],
  agent: [{ agent: [] }],
  'agent-if-any': [{ agent: [] }, {}],
  participation: [{ participation: [] }],
} as const;

/** Adds what the schemas of routes do not say: refusals by status, credentials, headers, streams, examples. */
export function addDetails(document: OpenApiDocument): OpenApiDocument {
  const at = (path: string, method: string): Operation | undefined =>
    document.paths[path]?.[method.toLowerCase()];
  for (const call of Object.keys(serviceApi) as ApiCall[]) {
    const { path, method, credential, failures } = serviceApi[call];
    const operation = at(path, method);
    if (!operation) continue;
    const { default: refusal, ...answers } = operation.responses;
    document.components.schemas['Problem'] ??= refusal?.content?.[problemContentType]?.schema;
    const { body, replies = {} } = examples[call];
    setExample(operation.requestBody?.content, body);
    for (const [status, reply] of Object.entries(replies)) setExample(answers[status]?.content, reply);
    operation.responses = { ...answers, ...refusals([...failures, ...anyCallFails]) };
    operation.security = [...credentials[credential]];
    if (call === 'openMeeting') operation.parameters = [idempotencyKey];
  }
  const stream = at(eventsPath, 'get');
  if (stream) stream.responses = { 200: events, ...refusals([...ofParticipants, ...anyCallFails]) };
  const webhook = at(otherRoutes.webhook.path, 'post');
  if (webhook)
    webhook.responses = {
      204: { description: 'Heeded, or of no interest' },
      ...refusals(['not-signed-in', 'too-many-requests', ...anyCallFails]),
    };
  return document;
}

/** One entry a status, with one example a failure. */
function refusals(codes: readonly ServiceFailureCode[]): Answers {
  const answers: Answers = {};
  for (const status of new Set(codes.map((code) => serviceFailures[code]))) {
    const here = codes.filter((code) => serviceFailures[code] === status);
    answers[status] = {
      description: [...new Set(here)].join(', '),
      ...headersOf(status),
      content: {
        [problemContentType]: {
          schema: { $ref: '#/components/schemas/Problem' },
          examples: Object.fromEntries(here.map((code) => [code, { value: problemOf({ code }) }])),
        },
      },
    };
  }
  return answers;
}

function setExample(content: Content | undefined, example: unknown): void {
  for (const each of Object.values(content ?? {})) if (example !== undefined) each.example = example;
}

function headersOf(status: number): { headers?: object } {
  if (status === 429 || status === 503) return { headers: { ...retryAfter, ...ofCredentials } };
  return status === 409 ? { headers: retryAfter } : {};
}

const ofCredentials = {
  'WWW-Authenticate': {
    description: 'Only where the token stood in the way; another one, or none, may be answered otherwise',
    schema: { type: 'string' },
  },
};

const retryAfter = {
  'Retry-After': {
    description: 'Seconds, where a new try makes sense',
    schema: { type: 'integer', minimum: 0 },
  },
};

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'The same key within ten minutes answers the same meeting',
  schema: { type: 'string', pattern: '^[A-Za-z0-9-]{1,64}$' },
  example: '7f9c2ba4-e88f-4d2a-9c3e-1f0b2a6d5c11',
};

const eventTypes = meetingEvent.options.map(({ shape }) => shape.type.value);
const events: Answer = {
  description: `Without end: ${eventTypes.join(', ')}; a comment every ${eventStream.pingMs / 1000} s`,
  content: {
    'text/event-stream': {
      schema: { type: 'string' },
      example: ': ping\n\nevent: ended\ndata: {"reason":"moderator"}\n\n',
    },
  },
};
