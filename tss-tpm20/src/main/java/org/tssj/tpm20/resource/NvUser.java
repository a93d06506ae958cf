package org.tssj.tpm20.resource;

import java.io.IOException;
import java.util.List;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.policy.Policy;
import org.tssj.tpm20.policy.PolicyAnswers;
import org.tssj.tpm20.session.Authorization;
import org.tssj.tpm20.session.Session;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.nv.NvPublic;

/**
 * In whose name an NV index is used, and how that is authorised for each command: writing a large
 * index takes several.
 */
public abstract sealed class NvUser {

  private NvUser() {}

  /** What is done with the index: the command, once it is known who authorises it. */
  @FunctionalInterface
  interface Use<R> {
    Command<R> by(Handle authority);
  }

  /** The owner, where TPMA_NV_OWNERREAD or OWNERWRITE is set. */
  public static NvUser owner(Authorization... by) {
    return new Known(Handle.OWNER, List.of(by));
  }

  /** The platform, where TPMA_NV_PPREAD or PPWRITE is set. */
  public static NvUser platform(Authorization... by) {
    return new Known(Handle.PLATFORM, List.of(by));
  }

  /**
   * Whoever knows the index's own auth value, where TPMA_NV_AUTHREAD or AUTHWRITE is set.
   *
   * @param by a password or an HMAC session; a policy session is used up by one command, for that
   *     there is {@link #policy}
   */
  public static NvUser holder(Authorization... by) {
    return new Known(Handle.NULL, List.of(by));
  }

  /**
   * Whoever satisfies the index's policy, where TPMA_NV_POLICYREAD or POLICYWRITE is set: a session
   * is started, satisfied, used and flushed for each command.
   *
   * @param policy the index's policy
   * @param answers what cannot be read in it
   * @param authValue the index's auth value, for a policy that asks for it
   */
  public static NvUser policy(Policy policy, PolicyAnswers answers, AuthValue authValue) {
    return new ByPolicy(policy, answers, authValue);
  }

  abstract <R> R execute(Tpm20 tpm, NvPublic area, Use<R> use) throws IOException;

  private static final class Known extends NvUser {
    private final Handle authority;
    private final List<Authorization> by;

    Known(Handle authority, List<Authorization> by) {
      this.authority = authority;
      this.by = by;
    }

    @Override
    <R> R execute(Tpm20 tpm, NvPublic area, Use<R> use) throws IOException {
      Handle index = area.nvIndex().named(area.name());
      return tpm.execute(
          use.by(authority.equals(Handle.NULL) ? index : authority),
          by.toArray(new Authorization[0]));
    }
  }

  private static final class ByPolicy extends NvUser {
    private final Policy policy;
    private final PolicyAnswers answers;
    private final AuthValue authValue;

    ByPolicy(Policy policy, PolicyAnswers answers, AuthValue authValue) {
      this.policy = policy;
      this.answers = answers;
      this.authValue = authValue;
    }

    @Override
    <R> R execute(Tpm20 tpm, NvPublic area, Use<R> use) throws IOException {
      Bank hash =
          area.nameAlg()
              .hash()
              .orElseThrow(() -> new IllegalArgumentException("no policy with " + area.nameAlg()));
      Command<R> command = use.by(area.nvIndex().named(area.name()));
      try (Session session = tpm.startSession().policy().hash(hash).start()) {
        policy.satisfy(tpm, session, answers, command);
        return tpm.execute(command, session.authorize(authValue));
      }
    }
  }
}
