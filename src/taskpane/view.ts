import { type ComponentType, lazy, type LazyExoticComponent } from "react";
import type { Session } from "../session/session";
import type { SessionState } from "../session/session-state";
import { RegisterPage } from "./RegisterPage";
import { navigationText } from "./text/navigation";

export interface ViewProps {
  readonly session: Session;
  readonly state: SessionState;
}

interface View {
  readonly id: string;
  readonly label: string;
  readonly Content: ComponentType<ViewProps> | LazyExoticComponent<ComponentType<ViewProps>>;
}

/** The pane's views in the order of their tabs. The first comes with the pane; each of the others is a chunk, loaded when it is first shown. */
export const views: readonly View[] = [
  { id: "register", label: navigationText.register, Content: RegisterPage },
  { id: "job", label: navigationText.job, Content: lazy(() => import(/* webpackChunkName: "view-job" */ "./job/JobView")) },
  {
    id: "profiles",
    label: navigationText.profiles,
    Content: lazy(() => import(/* webpackChunkName: "view-profiles" */ "./profile/ProfileView")),
  },
  {
    id: "boundary",
    label: navigationText.boundary,
    Content: lazy(() => import(/* webpackChunkName: "view-boundary" */ "./boundary/BoundaryView")),
  },
  {
    id: "editions",
    label: navigationText.editions,
    Content: lazy(async () => ({ default: (await import(/* webpackChunkName: "view-editions" */ "./EditionList")).EditionList })),
  },
];
