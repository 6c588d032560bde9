import { createContext } from 'react';

/** Whether what the service writes about people is shown: « agent vérifié », roles. Not where the service is somebody else's. */
export const BadgesContext = createContext(true);
