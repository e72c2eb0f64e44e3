/** The names by which the manifest's ribbon buttons call the add-in. */
export const actionNames = ["insertSampleRegister", "showFunctionReference"] as const;
export type ActionName = (typeof actionNames)[number];
