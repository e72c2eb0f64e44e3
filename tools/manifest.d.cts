export interface ReleaseSettings {
  /** Where the release is served from: https, ending in a slash. */
  readonly baseUrl: string;
  /** The release's own GUID. */
  readonly id: string;
}
export function releaseSettings(environment: Readonly<Record<string, string | undefined>>): ReleaseSettings;
export function releaseManifest(manifest: string, settings: ReleaseSettings): string;
