package org.tssj.tpm;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.Family;
import org.tssj.core.PcrBitmap;
import org.tssj.core.PcrValues;
import org.tssj.core.Quote;
import org.tssj.core.TpmResponseException;
import org.tssj.tpm12.Tpm12;
import org.tssj.tpm20.LoadedObject;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.command.context.EvictControl;
import org.tssj.tpm20.command.hierarchy.Clear;
import org.tssj.tpm20.command.hierarchy.HierarchyChangeAuth;
import org.tssj.tpm20.command.object.Create;
import org.tssj.tpm20.command.object.ReadPublic;
import org.tssj.tpm20.command.pcr.PcrExtend;
import org.tssj.tpm20.command.pcr.PcrRead;
import org.tssj.tpm20.session.Authorization;
import org.tssj.tpm20.session.Session;
import org.tssj.tpm20.structure.algorithm.HashValue;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.Scheme;
import org.tssj.tpm20.structure.capability.Capability;
import org.tssj.tpm20.structure.capability.CapabilityData;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.Public;
import org.tssj.tpm20.structure.object.PublicKeys;
import org.tssj.tpm20.structure.object.SensitiveCreate;
import org.tssj.tpm20.structure.object.Signature;
import org.tssj.tpm20.structure.pcr.PcrSelection;

/** A TPM 2.0 as both families are seen. */
final class FamilyTpm20 extends FamilyTpm {

  /** Where the TCG's provisioning guidance puts the storage root key. */
  private static final Handle SRK = Handle.of(0x8100_0001);

  private static final int READS_BEFORE_GIVING_UP = 10;

  private final Tpm20 tpm;

  FamilyTpm20(Tpm20 tpm) {
    this.tpm = tpm;
  }
}
