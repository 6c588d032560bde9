import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, test } from 'vitest';
import { eventsPath, serviceApi } from '../../shared/service-api.ts';
import { startTestService } from '../testing/test-service.ts';

test('the OpenAPI document describes every call of the table, with what each may answer', async () => {
  const { app } = await startTestService();
  const document = (await app.inject({ url: '/openapi.json', headers: { host: '127.0.0.1:8080' } })).json();
  expect(document.openapi).toMatch(/^3\.1/);
  for (const route of Object.values(serviceApi)) {
    const described = document.paths[route.path][route.method.toLowerCase()];
    expect(Object.keys(described.responses)).toEqual([...Object.keys(route.replies), 'default']);
    expect(described.requestBody !== undefined).toBe('body' in route);
  }
  const opened = document.paths['/api/v1/meetings'].post.responses['201'].content['application/json'].schema;
  expect(opened.required).toContain('participationToken');
  // Unknown members: refused in requests, ignored in answers.
  expect(opened.additionalProperties).toBeUndefined();
  const body = document.paths['/api/v1/meetings'].post.requestBody.content['application/json'].schema;
  expect(body.additionalProperties).toBe(false);
  expect(document.paths[eventsPath].get.security).toEqual([{ participation: [] }]);
});

test('it is a valid OpenAPI document', async () => {
  const { app } = await startTestService({ VISIO_METRICS: 'true' });
  const document = (await app.inject({ url: '/openapi.json', headers: { host: '127.0.0.1:8080' } })).json();
  const validator = new Validator();
  expect(await validator.validate(document)).toEqual({ valid: true });
  expect(validator.version).toBe('3.1');
});
