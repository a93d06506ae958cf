package org.tssj.cli.command;

import java.util.ArrayList;
import java.util.List;
import org.tssj.tpm20.policy.Policy;
import org.tssj.tpm20.policy.Requirement;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.Public;

/** What a policy asks for, on whichever way through it. */
final class Asking {

  private Asking() {}

  private static <R extends Requirement> List<R> all(Policy policy, Class<R> kind) {
    List<R> found = new ArrayList<>();
    for (Requirement each : policy.requirements()) {
      if (kind.isInstance(each)) {
        found.add(kind.cast(each));
      } else if (each instanceof Requirement.AnyOf any) {
        any.branches().forEach(branch -> found.addAll(all(branch, kind)));
      }
    }
    return found;
  }

  /** The keys whose signature is asked for. */
  static List<Public> toSign(Policy policy) {
    return all(policy, Requirement.Signed.class).stream().map(Requirement.Signed::key).toList();
  }

  /** The NV indices that are read. */
  static List<Handle> indices(Policy policy) {
    List<Handle> found = new ArrayList<>();
    all(policy, Requirement.Nv.class).forEach(each -> found.add(each.comparison().nvIndex()));
    authorizedByNv(policy).forEach(each -> found.add(each.nvIndex()));
    return found;
  }

  /** Where a policy that a key approved is asked for. */
  static List<Requirement.Authorized> authorized(Policy policy) {
    return all(policy, Requirement.Authorized.class);
  }

  /** Where a policy whose digest an NV index holds is asked for. */
  static List<Requirement.AuthorizedByNv> authorizedByNv(Policy policy) {
    return all(policy, Requirement.AuthorizedByNv.class);
  }
}
