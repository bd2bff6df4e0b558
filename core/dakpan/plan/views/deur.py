"""De blueprint van het plan."""

from flask import Blueprint

bp = Blueprint("plan", __name__, template_folder="../templates")
