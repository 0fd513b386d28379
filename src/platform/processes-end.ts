/** Why a service of several processes cannot start, for whoever runs it. */
export class ProcessesEnd extends Error {}
