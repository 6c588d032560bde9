import type { FastifyRequest } from 'fastify';
import { ok, type Result } from '../../shared/result.ts';
import type { Refusal } from '../refusal.ts';

/** Who asks, as far as the service has checked. */
export type Agent = {
  /** The same for the same person, always; it names them, so it is neither logged nor shown. */
  readonly id: string;
  /** As their ministry writes it; left out where nobody has checked. */
  readonly displayName?: string;
};
export type FindAgent = (request: FastifyRequest) => Promise<Result<Agent, Refusal>>;

/** Without sign-in everybody who reaches this machine's loopback is the same nobody. */
export const findNobody: FindAgent = async () => ok({ id: 'nobody' });
