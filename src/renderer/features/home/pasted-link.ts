import '../../schemas-without-eval.ts';

export { parseLinkOrCode } from '../../../shared/invitation-link.ts';
