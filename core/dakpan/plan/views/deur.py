"""De blueprints van het plan: wat bij één zaak hoort, en de module over alle perioden heen."""

from flask import Blueprint

bp = Blueprint("plan", __name__, template_folder="../templates")
module = Blueprint("perioden", __name__, url_prefix="/perioden", template_folder="../templates")
