import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, test } from 'vitest';
import type { z } from 'zod';
import { serviceFailures, type ServiceFailureCode } from '../../shared/failure.ts';
import { eventsPath } from '../../shared/meeting-events.ts';
import { anyCallFails, serviceApi, type ApiCall } from '../../shared/service-api.ts';
import { startTestService } from '../testing/test-service.ts';
import { examples } from './openapi-examples.ts';

async function readDocument() {
  const { app } = await startTestService({ VISIO_METRICS: 'true' });
  const document = (await app.inject({ url: '/openapi.json', headers: { host: '127.0.0.1:8080' } })).json();
  return { app, document };
}
const calls = Object.keys(serviceApi) as ApiCall[];

test('the OpenAPI document describes every call of the table, with what each may answer', async () => {
  const { document } = await readDocument();
  expect(document.openapi).toMatch(/^3\.1/);
  for (const call of calls) {
    const route = serviceApi[call];
    const described = document.paths[route.path][route.method.toLowerCase()];
    const failures: readonly ServiceFailureCode[] = [...route.failures, ...anyCallFails];
    const statuses = [
      ...Object.keys(route.replies),
      ...failures.map((code) => String(serviceFailures[code])),
    ];
    expect(Object.keys(described.responses).toSorted()).toEqual([...new Set(statuses)].toSorted());
    for (const code of failures) {
      const { content } = described.responses[serviceFailures[code]];
      expect(content['application/problem+json'].examples[code].value).toMatchObject({
        type: `urn:visio-agents:failure:${code}`,
      });
    }
    expect(described.requestBody !== undefined).toBe('body' in route);
    expect(described.security.map((each: object) => Object.keys(each))).toEqual(
      { none: [], agent: [['agent']], 'agent-if-any': [['agent'], []], participation: [['participation']] }[
        route.credential
      ],
    );
  }
  const opening = document.paths['/api/v1/meetings'].post;
  expect(opening.responses['201'].content['application/json'].schema.required).toContain(
    'participationToken',
  );
  // Unknown members: refused in requests, ignored in answers.
  expect(opening.responses['201'].content['application/json'].schema.additionalProperties).toBeUndefined();
  expect(opening.requestBody.content['application/json'].schema.additionalProperties).toBe(false);
  // What the app reads where a service writes them otherwise is no default of ours.
  const { reference, telephone } =
    opening.responses['201'].content['application/json'].schema.properties.meeting.properties;
  expect(reference).toEqual({ type: 'string', pattern: '^[A-Z0-9-]{3,16}$' });
  expect(telephone).not.toHaveProperty('default');
  expect(opening.parameters).toMatchObject([{ name: 'Idempotency-Key', in: 'header' }]);
  expect(document.components.schemas.Problem.required).toContain('type');
  const events = document.paths[eventsPath].get;
  expect(events.security).toEqual([{ participation: [] }]);
  expect(Object.keys(events.responses['200'].content)).toEqual(['text/event-stream']);
});

test('it is a valid OpenAPI document', async () => {
  const { document } = await readDocument();
  const validator = new Validator();
  expect(await validator.validate(document)).toEqual({ valid: true });
  expect(validator.version).toBe('3.1');
});

/** « GET /path » for each leaf of the tree that fastify prints. */
function routesOf(tree: string): string[] {
  const above: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const [, indent = '', part = '', methods = ''] = /^([│ ]*)[├└]── (\S+)(?: \((.+)\))?$/.exec(line) ?? [];
    const depth = indent.length / 4;
    above.splice(depth, Infinity, part);
    return methods.split(', ').flatMap((method) => (method === '' ? [] : [`${method} ${above.join('')}`]));
  });
}

test('every route of the service is in it, but for pages', async () => {
  const { app, document } = await readDocument();
  const routes = routesOf(app.printRoutes({ commonPrefix: false }));
  // `*` is what a mail program makes of a link: `/r/*`.
  const isPage = (route: string) => / (\/($|r\/|m\/|assets\/|auth\/)|\*$)/.test(route);
  const ours = routes.filter((route) => !/^(?:HEAD|OPTIONS)/.test(route) && !isPage(route));
  expect(ours.length).toBeGreaterThan(calls.length);
  const undescribed = ours.filter((route) => {
    const [method = '', path = ''] = route.split(' ');
    return document.paths[path]?.[method.toLowerCase()]?.operationId === undefined;
  });
  expect(undescribed).toEqual([]);
});

test.each(calls)('the examples of %s are what the call takes and answers', (call) => {
  const { replies = {}, body } = examples[call];
  const route: { readonly body?: z.ZodType; readonly replies: Readonly<Record<string, z.ZodType>> } =
    serviceApi[call];
  expect(route.body?.safeParse(body).success ?? body === undefined).toBe(true);
  for (const [status, reply] of Object.entries(replies))
    expect(route.replies[status]?.safeParse(reply).error).toBeUndefined();
});
