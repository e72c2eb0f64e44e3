export interface ReleaseSettings {
  /** Where the release is served from: https, ending in a slash. */
  readonly baseUrl?: string | undefined;
  /** The release's own GUID. */
  readonly id?: string | undefined;
}
/** The manifest of a release, made from the development manifest; throws where the settings are missing or cannot be right. */
export function releaseManifest(manifest: string, settings: ReleaseSettings): string;
