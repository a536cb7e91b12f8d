"""What a study finds: the case × theme matrix with its evidence, profiles, drafts of findings, the report."""

from interviews.findings.drafts import draft_findings
from interviews.findings.framework import Framework, Summary, framework
from interviews.findings.profile import Profile, profile
from interviews.findings.report import Study, build, write_report
from interviews.findings.safeguards import Account, write_account

__all__ = [
    "Account",
    "Framework",
    "Profile",
    "Study",
    "Summary",
    "build",
    "draft_findings",
    "framework",
    "profile",
    "write_account",
    "write_report",
]
