import { Component, type ReactNode } from 'react';
import { useMeetingStore } from '../features/meeting/meeting-context.ts';
import { useNavigation } from '../ui/navigation/navigation-context.ts';
import { useWords } from '../ui/words-context.ts';
import './endings/ending.css';

type Props = { readonly children: ReactNode };

/** Instead of the blank window that React leaves when drawing a page throws. */
export class ErrorBoundary extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return <BackHome onBack={() => this.setState({ failed: false })} />;
  }
}

/** Home, because what threw would throw again; main still holds a meeting to come back to from there. */
function BackHome({ onBack }: { readonly onBack: () => void }): ReactNode {
  const { endings } = useWords();
  const meeting = useMeetingStore();
  const navigation = useNavigation();
  const { title, advice } = endings.failure['app-error'];
  const goBack = (): void => {
    navigation.getState().close();
    meeting.getState().goHome();
    onBack();
  };
  return (
    <main className="ending ending--alone">
      <div className="ending__text" role="alert">
        <h1>{title}</h1>
        <p className="ending__advice">{advice}</p>
        <div className="ending__actions">
          <button type="button" className="fr-btn" onClick={goBack}>
            {endings.goHome}
          </button>
        </div>
      </div>
    </main>
  );
}
