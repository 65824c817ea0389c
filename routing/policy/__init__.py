"""What each area has agreed, as data: rules with ids and sources, checked when they are loaded."""

from routing.policy.area_policy import AreaPolicy
from routing.policy.policies import Policies
from routing.policy.policy import Policy, PolicyError, Rule, Term

__all__ = ["AreaPolicy", "Policies", "Policy", "PolicyError", "Rule", "Term"]
