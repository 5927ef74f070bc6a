package io.labrun.load.rule;

import io.labrun.source.Diagnostic;
import java.util.List;
import java.util.function.Consumer;

/** All rules. */
public final class Rules {
  private static final List<Rule> ALL =
      List.of(
          new AcrossRule(),
          new AddressRule(),
          new AssertionNameRule(),
          new BuildRule(),
          new CaptureRule(),
          new ChoiceRule(),
          new CreateRule(),
          new DependencyCycleRule(),
          new DeployRule(),
          new DependencyRule(),
          new DuplicateAddressRule(),
          new EnvFileRule(),
          new ExternalRule(),
          new FixedNameRule(),
          new FormatRule(),
          new HostNameRule(),
          new LateRule(),
          new LiveValueRule(),
          new MountOptionRule(),
          new MountTargetRule(),
          new NeedsRule(),
          new NetworkModeRule(),
          new OperatorRule(),
          new PlacedNetworkRule(),
          new PlacementRule(),
          new PublishedPortRule(),
          new ReachRule(),
          new ReferenceRule(),
          new RequiresRule(),
          new ReservedNameRule(),
          new RmRule(),
          new SharedNamespaceRule(),
          new SubmissionReachRule(),
          new SubmissionRule(),
          new SubnetOverlapRule(),
          new SubnetRule(),
          new SwarmRule(),
          new TimingRule(),
          new VariableNameRule(),
          new VolumeReferenceRule());

  private Rules() {}

  /** Reports each place where a rule is broken, in no order. */
  public static void check(Draft draft, Consumer<Diagnostic> report) {
    ALL.forEach(rule -> rule.check(draft, report));
  }
}
