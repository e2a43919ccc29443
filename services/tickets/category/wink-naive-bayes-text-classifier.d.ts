declare module 'wink-naive-bayes-text-classifier' {
  type NaiveBayes = {
    definePrepTasks(tasks: readonly ((text: string) => readonly string[])[]): number;
    defineConfig(config: { considerOnlyPresence: boolean; smoothingFactor: number }): boolean;
    learn(text: string, label: string): boolean;
    consolidate(): boolean;
    computeOdds(text: string): readonly [readonly [label: string, odds: number]];
  };
  export default function createClassifier(): NaiveBayes;
}
