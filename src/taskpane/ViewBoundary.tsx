import { Component, type ReactNode } from "react";
import { Message } from "./Message";
import { navigationText } from "./text/navigation";

interface ViewBoundaryProps {
  readonly children: ReactNode;
}

/** A view that fails, or cannot be loaded, leaves the others standing. */
export class ViewBoundary extends Component<ViewBoundaryProps, { readonly message: string | null }> {
  override state: { readonly message: string | null } = { message: null };

  static getDerivedStateFromError(error: unknown): { readonly message: string } {
    return { message: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    const { message } = this.state;
    if (message === null) return this.props.children;
    return <Message title={navigationText.failedTitle} paragraphs={[navigationText.failed(message)]} />;
  }
}
