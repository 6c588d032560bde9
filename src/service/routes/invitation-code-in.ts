import type { FastifyRequest } from 'fastify';

/** The invitation code that a request brings, in its body or its address, before anybody has checked it. */
export const codeIn = ({ body, params }: FastifyRequest): string | null => codeOf(body) ?? codeOf(params);

const codeOf = (given: unknown): string | null =>
  typeof given === 'object' && given !== null && 'code' in given && typeof given.code === 'string'
    ? given.code
    : null;
