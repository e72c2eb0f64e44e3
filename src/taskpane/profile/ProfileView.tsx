import { nhs } from "../../data/library";
import { workbookProfiles } from "../../session/profile";
import { workbookImport } from "../../session/profile-import";
import { ProfilePage } from "./ProfilePage";

/** The view as the pane loads it: its sessions outlive it, so that an import under way is kept while another view is shown. */
export default function ProfileView() {
  return <ProfilePage profiles={workbookProfiles()} imports={workbookImport(nhs())} />;
}
