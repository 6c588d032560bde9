import { z } from 'zod';

/**
 * The schema of an object that another release may have written. During an upgrade two releases share one store: members
 * that this one does not know stay in the object and are written back as they were. A member that is added later needs a
 * default, or what the release before wrote is refused. A new *value* (a kind, a role) has to be read by one release and
 * written only by the next.
 */
// Typed without the index signature of a loose object: it would let every misspelt member compile.
export const storedObject = <Shape extends z.core.$ZodLooseShape>(shape: Shape): z.ZodObject<Shape> =>
  z.looseObject(shape);
