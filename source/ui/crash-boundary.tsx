import {Component, type ReactNode} from 'react';

export interface CrashBoundaryProps {
	readonly onCrash: (error: unknown) => void;
	readonly children: ReactNode;
}

/** A fault inside a pane ends the session in the session's own way, and never as a screen of code. */
export class CrashBoundary extends Component<CrashBoundaryProps, {readonly hasCrashed: boolean}> {
	static getDerivedStateFromError(): {readonly hasCrashed: boolean} {
		return {hasCrashed: true};
	}

	override state = {hasCrashed: false};

	override componentDidCatch(error: unknown): void {
		this.props.onCrash(error);
	}

	override render(): ReactNode {
		return this.state.hasCrashed ? null : this.props.children;
	}
}
